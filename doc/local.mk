# SPDX-License-Identifier: MIT
# Manual pages, and the examples that make check builds and runs.
