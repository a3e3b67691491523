#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Gets programs that others wrote for the same formats: Tessera's check, Go's own tlog library, and
# the witness litewitness. All are Debian packages, unpacked below DIR; nothing is installed.
#   e2e/interop/peers.sh DIR && PARLEY_PEERS=DIR mvn -P e2e verify
set -euo pipefail

[ $# -eq 1 ] || { echo "usage: $0 DIR" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
dir=$(cd "$1" && pwd)
root=$dir/root
mirror=${DEBIAN_MIRROR:-$(grep -rhoE 'https?://[^ ]+/debian/?' /etc/apt/sources.list* | head -n 1)}
compiler=golang-1.26
libraries="transparency-dev-tessera transparency-dev-formats transparency-dev-merkle
    cenkalti-backoff-v5 cespare-xxhash-v2 hashicorp-golang-lru-v2 go-logr-logr go-logr-stdr"

if [ ! -d "$root" ]; then
    apt=$dir/apt
    mkdir -p "$apt/lists/partial" "$apt/archives/partial" "$dir/debs"
    for suite in trixie-backports forky; do
        echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $suite main"
    done > "$apt/sources.list"
    get() {
        apt-get -qq -o Dir::Etc::SourceList="$apt/sources.list" -o Dir::Etc::SourceParts=- \
            -o Dir::State::Lists="$apt/lists" -o Dir::Cache="$apt" -o APT::Sandbox::User="$(id -un)" "$@"
    }
    get update
    # golang.org/x and the rest by their package names; libraries of github.com by their paths.
    packages="torchwood golang-k8s-klog-dev golang-opentelemetry-otel-dev"
    for x in mod sync net crypto exp sys text time; do packages+=" golang-golang-x-$x-dev"; done
    for library in $libraries; do packages+=" golang-github-$library-dev"; done
    named=""
    for package in $packages; do named+=" $package/forky"; done
    (cd "$dir/debs" && get download "$compiler-go/trixie-backports" "$compiler-src/trixie-backports" $named)
    mkdir "$root.part"
    for deb in "$dir"/debs/*.deb; do dpkg -x "$deb" "$root.part"; done
    mv "$root.part" "$root"
fi

# The compiler's package finds its library by links into /usr, which is not where it lies here.
go=$dir/go
if [ ! -d "$go" ]; then
    lib=$root/usr/lib/go-1.26 share=$root/usr/share/go-1.26
    mkdir -p "$go/pkg"
    cp -r "$lib/VERSION" "$lib/bin" "$go/"
    [ ! -f "$lib/go.env" ] || cp "$lib/go.env" "$go/"
    cp -r "$lib/pkg/tool" "$go/pkg/"
    for part in pkg/include api lib misc src test; do
        [ ! -e "$share/$part" ] || ln -s "$share/$part" "$go/$part"
    done
fi
export GOROOT=$go GOPATH=$root/usr/share/gocode GO111MODULE=off GOTOOLCHAIN=local
export GOCACHE=$dir/gocache GOTELEMETRY=off GOFLAGS=
mkdir -p "$dir/bin"
for main in tlogcheck tesserafsck; do
    "$go/bin/go" build -o "$dir/bin/$main" "$here/$main.go"
done
for program in litewitness witnessctl; do cp "$root/usr/bin/$program" "$dir/bin/"; done
echo "ready: PARLEY_PEERS=$dir"
