// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import org.parley.Place;

import java.util.List;
import java.util.Map;

/**
 * Numbers of the text's own, by one or two keys; two keys are joined by {@code >}.
 *
 * @param by what the keys are: {@code type}, {@code party}, or two words
 */
public record Table(
        String name, List<String> by, Versions<Map<String, Long>> values, Place place) {}
