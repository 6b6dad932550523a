package org.throughline.account;

import static org.throughline.shared.ErrorCode.INVALID_VALUE;

import org.throughline.shared.Violations;

/** What must be true of a link. */
final class LinkRules {

    private LinkRules() {}

    static void check(LinkRequest request, Violations violations) {
        check(request.role(), request.primary(), "primary", violations);
    }

    static void check(CompanyLink link, Violations violations) {
        check(link.role(), link.primary(), "link.primary", violations);
    }

    private static void check(LinkRole role, Boolean primary, String path, Violations violations) {
        if (role == LinkRole.SUPPLIER && Boolean.TRUE.equals(primary)) {
            violations.add(INVALID_VALUE.at(
                    path, "The primary account is the one that orders go to; a supplier account cannot be it."));
        }
    }
}
