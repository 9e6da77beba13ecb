# SPDX-License-Identifier: MIT
# Python reads the shared library through ctypes: nothing to compile. It is installed by pip (see
# bindings/python/README.md), and used from the build tree through ./uninstalled.
