# SPDX-License-Identifier: MIT
# Python reads the shared library through ctypes: nothing to compile. It is installed by pip (see
# bindings/python/README.md), and used from the build tree through ./uninstalled.

if PYTHON_TESTS
TESTS += \
    tests/python/test_abi.py \
    tests/python/test_assess.py \
    tests/python/test_case.py \
    tests/python/test_command.py \
    tests/python/test_compare.py \
    tests/python/test_display.py \
    tests/python/test_package.py \
    tests/python/test_law.py \
    tests/python/test_docs.py \
    tests/python/test_hard.py \
    tests/python/test_properties.py \
    tests/python/test_report.py \
    tests/python/test_types.py \
    tests/python/test_native.py
endif
