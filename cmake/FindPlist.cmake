# Plist::Plist, libplist 2. Upstream ships a pkg-config file only, which says nothing about other systems' builds.
find_path(Plist_INCLUDE_DIR plist/plist.h)
find_library(Plist_LIBRARY plist-2.0)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Plist REQUIRED_VARS Plist_LIBRARY Plist_INCLUDE_DIR)
if(Plist_FOUND AND NOT TARGET Plist::Plist)
    add_library(Plist::Plist UNKNOWN IMPORTED)
    set_target_properties(Plist::Plist PROPERTIES
        IMPORTED_LOCATION "${Plist_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES "${Plist_INCLUDE_DIR}")
endif()
mark_as_advanced(Plist_INCLUDE_DIR Plist_LIBRARY)
