// SPDX-License-Identifier: Apache-2.0
package org.parley.bench;

/** What a Java process takes that says one line and ends: no command can take less. */
final class Line {
    private Line() {}

    public static void main(String[] arguments) {
        System.out.println("parley");
    }
}
