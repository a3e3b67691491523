// SPDX-License-Identifier: Apache-2.0
package org.parley.yaml;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;

/** One node of a YAML document with its place. Immutable and thread safe. */
public sealed interface YamlNode permits YamlMap, YamlList, YamlScalar {

    Place place();

    /** What it is, in words for messages. */
    String described();

    default YamlMap asMap() {
        if (this instanceof YamlMap map) {
            return map;
        }
        throw wrongType("a map (key: value)");
    }

    default YamlScalar asScalar() {
        if (this instanceof YamlScalar scalar) {
            return scalar;
        }
        throw wrongType("a single value");
    }

    default YamlList asList() {
        if (this instanceof YamlList list) {
            return list;
        }
        throw wrongType("a list ([a, b] or lines that start with -)");
    }

    private ParleyException wrongType(String wanted) {
        return new ParleyException(
                Code.WRONG_TYPE, place(), "found " + described(), "write " + wanted + " here");
    }
}
