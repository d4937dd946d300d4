# The Debian 12 packages that Vera needs, by purpose, and how to install those that are missing.
# Sourced by deploy/try and tests/run.

build_packages=(g++ cmake ninja-build pkgconf libboost1.81-dev libboost-url1.81-dev libssl-dev
    nlohmann-json3-dev libhowardhinnant-date-dev prometheus-cpp-dev libspdlog-dev libcli11-dev
    libtomlplusplus-dev libsqlite3-dev libpq-dev libsodium-dev libedit-dev)
run_packages=(tzdata)
test_packages=(git catch2 clang-format postgresql chromium fonts-noto-color-emoji openssl)
command -v npm >/dev/null || test_packages+=(nodejs npm) # a newer Node.js than Debian's brings its own npm
long_test_packages=(strace valgrind)

# install_missing PACKAGE...: asks dpkg, which takes milliseconds, and calls apt only when something is
# missing. Says what it does on standard error and reads nothing from standard input.
install_missing() {
    local missing
    if ! command -v apt-get >/dev/null; then
        echo "There is no apt here, so nothing is installed. The build needs what Debian 12 calls: $*" >&2
        return 0
    fi
    missing=$(comm -23 <(printf '%s\n' "$@" | sort) \
        <(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null | sed -n 's/^installed //p' | sort))
    [ -n "$missing" ] || return 0
    echo "Installing from Debian: ${missing//$'\n'/ }" >&2
    as_root apt-get -qq update </dev/null >&2 &&
        # --no-remove: rather stop than take something away that this machine uses (another Boost, say).
        as_root env DEBIAN_FRONTEND=noninteractive apt-get -y -qq --no-remove --no-install-recommends install $missing \
            </dev/null >&2 && return 0
    echo "apt could not install these packages; its own message is above. Vera needs: ${missing//$'\n'/ }" >&2
    return 1
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        echo "Packages must be installed by root, and there is no sudo here. As root: $*" >&2
        return 1
    fi
}
