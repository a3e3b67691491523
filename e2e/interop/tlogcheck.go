// SPDX-License-Identifier: Apache-2.0

// tlogcheck reads a log in tlog-tiles files with golang.org/x/mod/sumdb only: every entry against
// its tile, the root over all of them, and proofs from its own prover. Usage: tlogcheck DIR VKEY
package main

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height, width, proofs = 8, 256, 100

type folder string

func (f folder) read(path string) []byte {
	bytes, err := os.ReadFile(filepath.Join(string(f), path))
	must(err)
	return bytes
}

func (f folder) Height() int { return height }

func (f folder) ReadTiles(tiles []tlog.Tile) (all [][]byte, err error) {
	for _, tile := range tiles {
		all = append(all, f.read(strings.Replace(tile.Path(), "tile/8/", "tile/", 1)))
	}
	return all, nil
}

func (f folder) SaveTiles([]tlog.Tile, [][]byte) {}

func must(err error) {
	if err != nil {
		log.Fatal("tlogcheck: ", err)
	}
}

func main() {
	dir := folder(os.Args[1])
	key, err := note.NewVerifier(os.Args[2])
	must(err)
	signed, err := note.Open(dir.read("checkpoint"), note.VerifierList(key))
	must(err)
	lines := strings.Split(signed.Text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	must(err)
	root, err := base64.StdEncoding.DecodeString(lines[2])
	must(err)
	tree := tlog.Tree{N: size, Hash: tlog.Hash(root)}
	hashes := tlog.TileHashReader(tree, dir)

	var stored []tlog.Hash
	own := tlog.HashReaderFunc(func(at []int64) (found []tlog.Hash, err error) {
		for _, i := range at {
			found = append(found, stored[i])
		}
		return found, nil
	})
	for n, index := int64(0), int64(0); index < size; n++ {
		tile := tlog.Tile{H: height, L: 0, N: n, W: int(min(width, size-n*width))}
		bundle := dir.read(strings.Replace(tile.Path(), "tile/8/0/", "tile/entries/", 1))
		var places []int64
		for i := index; i < index+int64(tile.W); i++ {
			places = append(places, tlog.StoredHashIndex(0, i))
		}
		inTile, err := hashes.ReadHashes(places)
		must(err)
		for first, end := index, index+int64(tile.W); index < end; index++ {
			length := int(binary.BigEndian.Uint16(bundle))
			entry := bundle[2 : 2+length]
			bundle = bundle[2+length:]
			more, err := tlog.StoredHashes(index, entry, own)
			must(err)
			stored = append(stored, more...)
			if inTile[index-first] != tlog.RecordHash(entry) {
				log.Fatalf("tlogcheck: entry %d is not the one in its tile", index)
			}
		}
	}
	computed, err := tlog.TreeHash(size, own)
	must(err)
	if computed != tree.Hash {
		log.Fatal("tlogcheck: the entries do not give the root that was signed")
	}
	for i := int64(0); i < proofs && i < size; i++ {
		at := i * size / proofs % size
		record, err := tlog.ProveRecord(size, at, hashes)
		must(err)
		must(tlog.CheckRecord(record, size, tree.Hash, at, stored[tlog.StoredHashIndex(0, at)]))
		older, err := tlog.TreeHash(at+1, own)
		must(err)
		grown, err := tlog.ProveTree(size, at+1, hashes)
		must(err)
		must(tlog.CheckTree(grown, size, tree.Hash, at+1, older))
	}
	fmt.Printf("tlogcheck: %d entries, root and proofs hold\n", size)
}
