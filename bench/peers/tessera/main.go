// SPDX-License-Identifier: Apache-2.0

// Appends entries to a Tessera POSIX log with many writers, each of which waits for its entry's index
// before the next, and prints one line that bench/run reads. Tessera is not part of Parley.
package main

import (
	"context"
	"crypto/rand"
	"flag"
	"fmt"
	"sort"
	"sync"
	"syscall"
	"time"

	"github.com/transparency-dev/tessera"
	"github.com/transparency-dev/tessera/storage/posix"
	"golang.org/x/mod/sumdb/note"
)

func must(err error) {
	if err != nil {
		panic(err)
	}
}

// cpuSeconds is user and system time of all threads so far.
func cpuSeconds() float64 {
	var usage syscall.Rusage
	must(syscall.Getrusage(syscall.RUSAGE_SELF, &usage))
	return float64(usage.Utime.Nano()+usage.Stime.Nano()) / 1e9
}

func main() {
	dir := flag.String("dir", "", "an empty folder")
	writers := flag.Int("w", 64, "writers")
	batch := flag.Uint("batch", 256, "entries in a batch at most")
	age := flag.Duration("age", 5*time.Millisecond, "how long a batch waits for more")
	interval := flag.Duration("ci", 100*time.Millisecond, "between checkpoints")
	size := flag.Int("size", 1024, "bytes of an entry")
	duration := flag.Duration("d", 6*time.Second, "how long")
	flag.Parse()

	ctx := context.Background()
	secret, _, err := note.GenerateKey(rand.Reader, "bench.example/log")
	must(err)
	signer, err := note.NewSigner(secret)
	must(err)
	driver, err := posix.New(ctx, posix.Config{Path: *dir})
	must(err)
	options := tessera.NewAppendOptions().
		WithCheckpointSigner(signer).
		WithCheckpointInterval(*interval).
		WithBatching(*batch, *age)
	appender, shutdown, _, err := tessera.NewAppender(ctx, driver, options)
	must(err)

	var lock sync.Mutex
	var all []time.Duration
	var group sync.WaitGroup
	cpu := cpuSeconds()
	start := time.Now()
	end := start.Add(*duration)
	for w := 0; w < *writers; w++ {
		group.Add(1)
		go func() {
			defer group.Done()
			var waited []time.Duration
			for time.Now().Before(end) {
				entry := make([]byte, *size)
				_, err := rand.Read(entry)
				must(err)
				from := time.Now()
				if _, err := appender.Add(ctx, tessera.NewEntry(entry))(); err != nil {
					// Too many wait already; it asks to come again.
					time.Sleep(5 * time.Millisecond)
					continue
				}
				waited = append(waited, time.Since(from))
			}
			lock.Lock()
			all = append(all, waited...)
			lock.Unlock()
		}()
	}
	group.Wait()
	wall := time.Since(start).Seconds()
	cpu = cpuSeconds() - cpu
	must(shutdown(ctx))
	sort.Slice(all, func(i, j int) bool { return all[i] < all[j] })
	at := func(part float64) float64 {
		return float64(all[int(float64(len(all)-1)*part)].Nanoseconds()) / 1e6
	}
	fmt.Printf("%.0f entries/s p50 %.3f p99 %.3f ms cpu %.3f s (n=%d)\n",
		float64(len(all))/wall, at(0.5), at(0.99), cpu, len(all))
}
