# SPDX-License-Identifier: MIT
# The command line: public headers only.

tools_sources =

if TOOLS
endif
