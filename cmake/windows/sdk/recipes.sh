# shellcheck shell=bash disable=SC2034,SC2154,SC2164 # shared with sdk.sh, which stops at the first error
# How each library is cross-compiled: one function for each Debian source package, called in an empty folder with the unpacked package in
# "source", installing below "install$prefix". sdk.sh sets target, prefix, toolchain, jobs, and "library_folder" (the finished libraries).
# A change to a function, to what it installs, or to toolchain.cmake builds that library anew.

# The order matters: small ones first, and a library after the one it needs.
compiled=(sqlite3 sqlitecpp curl libsodium simdjson libplist qt6-base)
declare -A needs=([sqlitecpp]=sqlite3)

# What becomes part of the SDK. Each pattern must match something; everything else that is installed is left behind.
declare -A files=(
    [sqlite3]="include/sqlite3.h lib/libsqlite3.a"
    [sqlitecpp]="include/SQLiteCpp lib/libSQLiteCpp.a lib/cmake/SQLiteCpp"
    [curl]="include/curl lib/libcurl.a lib/cmake/CURL"
    [libsodium]="include/sodium include/sodium.h lib/libsodium.a"
    [simdjson]="include/simdjson.h lib/libsimdjson.a lib/cmake/simdjson"
    [libplist]="include/plist lib/libplist-2.0.a lib/libplist++-2.0.a"
    [qt6-base]="include/Qt* lib/libQt6*.a lib/cmake/Qt6* lib/metatypes lib/objects-Release modules
        mkspecs/common mkspecs/features mkspecs/win32-g++ plugins/generic plugins/imageformats plugins/platforms plugins/styles plugins/tls"
)

# Only headers, copied from the installed packages.
header_packages=(libspdlog-dev libfmt-dev nlohmann-json3-dev libcli11-dev libexpected-dev catch2)

with_cmake() { # CMake options
    cmake -S source -B build -G Ninja -DCMAKE_BUILD_TYPE=Release -DBUILD_SHARED_LIBS=OFF -DCMAKE_TOOLCHAIN_FILE="$toolchain" \
        -DCMAKE_INSTALL_PREFIX="$prefix" -DCMAKE_INSTALL_LIBDIR=lib "$@"
    cmake --build build --parallel "$jobs"
    DESTDIR="$PWD/install" cmake --install build
}

with_configure() { # configure options; the caller makes and installs
    cd source
    NOCONFIGURE=1 ./autogen.sh
    ./configure --host="$target" CC="$target-gcc-posix" CXX="$target-g++-posix" --prefix="$prefix" --disable-shared --enable-static "$@"
}

build_sqlite3() {
    # The sources become the one file sqlite3.c with tools of this machine.
    mkdir amalgamation
    (cd amalgamation && ../source/configure --disable-tcl && make sqlite3.c)
    # SQLiteCpp needs the column metadata.
    # shellcheck disable=SC2086 # several flags
    "$target-gcc-posix" $CFLAGS -O2 -DSQLITE_THREADSAFE=1 -DSQLITE_DQS=0 -DSQLITE_ENABLE_COLUMN_METADATA -DSQLITE_ENABLE_FTS5 \
        -c amalgamation/sqlite3.c -o sqlite3.o
    install -D -m 644 -t "install$prefix/include" amalgamation/sqlite3.h
    mkdir -p "install$prefix/lib"
    "$target-ar" rcs "install$prefix/lib/libsqlite3.a" sqlite3.o
}

build_sqlitecpp() {
    # Its stack protection wants a runtime library that MinGW links only when asked.
    with_cmake -DSQLITECPP_INTERNAL_SQLITE=OFF -DSQLITECPP_USE_STACK_PROTECTION=OFF -DSQLITECPP_RUN_CPPLINT=OFF -DSQLITECPP_RUN_CPPCHECK=OFF \
        -DSQLite3_INCLUDE_DIR="$(library_folder sqlite3)/include" -DSQLite3_LIBRARY="$(library_folder sqlite3)/lib/libsqlite3.a"
}

build_curl() {
    with_cmake -DHTTP_ONLY=ON -DCURL_USE_SCHANNEL=ON -DCURL_USE_LIBPSL=OFF -DCURL_USE_LIBSSH2=OFF -DUSE_LIBIDN2=OFF -DCURL_ZLIB=OFF \
        -DBUILD_CURL_EXE=OFF -DBUILD_TESTING=OFF
}

build_libsodium() {
    with_configure
    make -j "$jobs"
    make install DESTDIR="$PWD/../install"
}

build_simdjson() {
    with_cmake -DSIMDJSON_DEVELOPER_MODE=OFF
}

build_libplist() {
    with_configure --without-cython
    make -j "$jobs" -C libcnary
    make -j "$jobs" -C src install DESTDIR="$PWD/../install"
    make -C include install DESTDIR="$PWD/../install"
}

# docs/windows-build.md says why each of these options is as it is.
build_qt6-base() {
    local off=()
    for feature in tabletevent dbus vulkan sql xml pkg_config zstd glib androiddeployqt printsupport qmake system_zlib; do
        off+=("-DFEATURE_$feature=OFF")
    done
    with_cmake -DQT_HOST_PATH=/usr -DQT_QMAKE_TARGET_MKSPEC=win32-g++ -DINPUT_opengl=no "${off[@]}" \
        -DFEATURE_direct2d=ON -DQT_BUILD_EXAMPLES=OFF -DQT_BUILD_TESTS=OFF
    find install -name '*.prl' -delete
}
