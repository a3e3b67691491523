// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

final class MemoryStoreTest extends LogStoreContract {
    @Override
    LogStore empty() {
        return new MemoryStore();
    }

    @Override
    LogStore again(LogStore store) {
        return store;
    }
}
