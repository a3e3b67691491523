// SPDX-License-Identifier: Apache-2.0
package org.parley.planted.cli;

/** Planted: no offence, the command line may end and print. */
final class Ends {
    private Ends() {}

    static void inOrder() {
        System.out.println("end");
        System.exit(0);
    }
}
