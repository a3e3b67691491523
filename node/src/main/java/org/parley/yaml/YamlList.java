// SPDX-License-Identifier: Apache-2.0
package org.parley.yaml;

import org.parley.Place;

import java.util.Iterator;
import java.util.List;

/** A list of nodes in the order in which they stand in the file. */
public record YamlList(Place place, List<YamlNode> nodes) implements YamlNode, Iterable<YamlNode> {

    public YamlList {
        nodes = List.copyOf(nodes);
    }

    @Override
    public String described() {
        return "a list";
    }

    @Override
    public Iterator<YamlNode> iterator() {
        return nodes.iterator();
    }
}
