#!/usr/bin/env bash
# Builds the image and lets it do the main job over a Dovecot: as its own user, with no privilege, on a root file system
# that cannot be written. Needs root, buildah, Dovecot, and the registry or an image of the base's name.
#
# Exits 0 when the draft was there, 1 when anything failed, and 77 with one line "SKIPPED: ..." when nothing was tried.
# With STANDIN=1 a machine that cannot reach the registry tries the Dockerfile over Debian's own Python instead, and says so.
set -euo pipefail
cd "$(dirname "$0")/.."

skip() { echo "SKIPPED: the container was neither built nor run: $1" >&2; exit 77; }
[ "$(id -u)" = 0 ] || skip "it takes root"
for tool in buildah unshare setpriv; do
  command -v "$tool" >/dev/null || skip "$tool is not installed (apt-get install buildah)"
done
command -v dovecot >/dev/null || [ -x /usr/sbin/dovecot ] || skip "Dovecot is not installed"
unshare --mount true 2>/dev/null || skip "this machine allows no mount namespaces"

export BUILDAH_ISOLATION=chroot
base=$(sed -n 's/^FROM \([^ ]*\).*/\1/p' Dockerfile | head -1)
image=ajar-try:$$
containers=() log=$(mktemp)
trap 'rm -f "$log"; buildah rm "${containers[@]}" >/dev/null 2>&1; buildah rmi "$image" >/dev/null 2>&1' EXIT

stand_in() {  # an image of the base's name out of Debian's packages
  command -v mmdebstrap >/dev/null || skip "the registry cannot be reached, and mmdebstrap is not installed"
  local root; root=$(mktemp -d)
  mmdebstrap --quiet --mode=root --variant=minbase --include=python3,python3-venv,python3-pip,ca-certificates \
    bookworm "$root/base.tar" 2>"$log" || skip "neither the registry nor Debian's packages can be reached"
  local id; id=$(buildah from scratch)
  containers+=("$id")
  buildah add --quiet "$id" "$root/base.tar" / >/dev/null
  rm -r "$root"
  buildah run "$id" -- sh -c 'ln -s python3 /usr/bin/python; rm -f /usr/lib/python3*/EXTERNALLY-MANAGED'
  buildah config --label ajar.base=debian "$id"
  buildah commit --quiet "$id" "docker.io/library/$base" >/dev/null
}

if ! buildah inspect --type image "docker.io/library/$base" >/dev/null 2>&1; then
  if ! pulled=$(buildah pull --quiet "docker.io/library/$base" 2>&1); then
    [ "${STANDIN:-}" = 1 ] || skip "$base cannot be pulled (${pulled##*: }); STANDIN=1 tries another base"
    stand_in
  fi
fi
if buildah inspect --type image --format '{{.Docker.Config.Labels}}' "docker.io/library/$base" | grep -q ajar.base:debian
then echo "STAND-IN: this is Debian's Python, not $base; the rest of the Dockerfile is tried." >&2
fi

# Whatever pip reads from on this machine (its settings, an authority, a folder of packages) is lent to the build. An
# index in a folder keeps its files beside its pages.
lent=()
lend() { [ ! -e "$1" ] || [[ " ${lent[*]} " == *" $1:$1:ro "* ]] || lent+=(--volume "$1:$1:ro"); }
lend /etc/pip.conf
lend "$HOME/.config/pip/pip.conf"
for place in $(pip config list 2>/dev/null | grep -oE "(file://)?/[^ ']+"); do
  case $place in
    file://*/simple) lend "$(dirname "${place#file://}")" ;;
    *) lend "${place#file://}" ;;
  esac
done
# A build that could not fetch its dependencies would tell nothing about the Dockerfile.
probe=$(buildah from --pull-never "docker.io/library/$base")
containers+=("$probe")
buildah run --network host "${lent[@]}" "$probe" -- pip download -q --no-deps --no-cache-dir -d /tmp/probe certifi >"$log" 2>&1 ||
  skip "no package index can be reached from inside a container"
buildah bud --pull-never --format docker --network host "${lent[@]}" -t "$image" . > "$log" 2>&1 || { tail -30 "$log" >&2; exit 1; }
container=$(buildah from --pull-never "$image")
containers+=("$container")
root=$(buildah mount "$container")
shape=$(buildah inspect --type image --format '{{.Docker.Config.User}} {{.Docker.Config.Healthcheck.Test}} {{.Docker.Config.Entrypoint}} {{.Docker.Config.Cmd}}' "$image")
echo "$shape"
[ "$shape" = "10001:10001 [CMD ajar check --health] [ajar] [run]" ] || { echo "FAILED: that is not what was promised" >&2; exit 1; }
${PYTHON:-.venv/bin/python} -m tests.container "$root"
