// SPDX-License-Identifier: Apache-2.0

// tesserafsck runs the check that Tessera makes of its own logs over any log in tlog-tiles files.
// Usage: tesserafsck DIR VKEY
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/transparency-dev/merkle/rfc6962"
	"github.com/transparency-dev/tessera/api"
	"github.com/transparency-dev/tessera/client"
	"github.com/transparency-dev/tessera/fsck"
	"golang.org/x/mod/sumdb/note"
)

func leaves(bundle []byte) (hashes [][]byte, err error) {
	var entries api.EntryBundle
	if err = entries.UnmarshalText(bundle); err != nil {
		return nil, err
	}
	for _, entry := range entries.Entries {
		hashes = append(hashes, rfc6962.DefaultHasher.HashLeaf(entry))
	}
	return hashes, nil
}

func main() {
	key, err := note.NewVerifier(os.Args[2])
	if err == nil {
		files := client.FileFetcher{Root: os.Args[1]}
		// Each file that is wrong ends one of its workers, and without any it waits for ever.
		check := fsck.New(key.Name(), key, files, leaves, fsck.Opts{N: 64})
		err = check.Check(context.Background())
	}
	if err != nil {
		fmt.Println("tesserafsck:", err)
		os.Exit(1)
	}
	fmt.Println("tesserafsck: the log holds")
}
