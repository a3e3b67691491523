// SPDX-License-Identifier: Apache-2.0
package org.parley.document;
import java.util.*;
public record ReadDocument(String id, String name, String charset, String raw, String language, Metadata metadata, NormalText text, List<Block> blocks, List<NoteMark> notes) {}
