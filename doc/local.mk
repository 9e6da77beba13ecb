# SPDX-License-Identifier: MIT
# Manual pages, and the examples that make check builds and runs.
if TOOLS
dist_man_MANS += doc/man/ogbv.1
endif
