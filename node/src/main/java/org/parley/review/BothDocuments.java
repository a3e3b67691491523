// SPDX-License-Identifier: Apache-2.0
package org.parley.review;

import org.parley.Code;
import org.parley.ParleyException;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Documents in two places; what is in both counts as in the first. Thread safe. */
public final class BothDocuments implements Documents {
    private final Documents first;
    private final Documents second;

    public BothDocuments(Documents first, Documents second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public List<Listed> list() {
        List<Listed> all = new ArrayList<>(first.list());
        Set<String> ids = new HashSet<>();
        all.forEach(one -> ids.add(one.id()));
        second.list().stream().filter(one -> !ids.contains(one.id())).forEach(all::add);
        return List.copyOf(all);
    }

    @Override
    public Loaded load(String id) {
        try {
            return first.load(id);
        } catch (ParleyException e) {
            if (e.code() != Code.NOT_FOUND) {
                throw e;
            }
            return second.load(id);
        }
    }
}
