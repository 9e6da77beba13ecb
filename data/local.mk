# SPDX-License-Identifier: MIT
# The data are installed as they stand, whatever files there are: a jurisdiction is added by adding
# its file.
DATA_FILES = (cd $(srcdir)/data && find . -type f ! -name local.mk ! -name '.*' -print)

install-ogbv-data:
	$(DATA_FILES) | while read -r file; do \
	    $(MKDIR_P) "$(DESTDIR)$(ogbvdatadir)/$${file%/*}" && \
	    $(INSTALL_DATA) "$(srcdir)/data/$$file" "$(DESTDIR)$(ogbvdatadir)/$$file" || exit 1; \
	done

uninstall-ogbv-data:
	$(DATA_FILES) | while read -r file; do rm -f "$(DESTDIR)$(ogbvdatadir)/$$file"; done
	test ! -d "$(DESTDIR)$(ogbvdatadir)" || find "$(DESTDIR)$(ogbvdatadir)" -depth -type d -empty -delete
