// SPDX-License-Identifier: Apache-2.0
/** A model of an Ollama server on this machine, asked with LangChain4j. */
@NullMarked
package org.parley.proposal.ollama;

import org.jspecify.annotations.NullMarked;
