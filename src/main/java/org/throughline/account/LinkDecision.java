package org.throughline.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Decides what a link becomes. */
public final class LinkDecision {

    private LinkDecision() {}

    /**
     * The link that a request leads to.
     *
     * @param existing the link between the two as it is
     * @param present all links of the company
     */
    public static Link of(LinkRequest request, Optional<Link> existing, List<Link> present, Instant now) {
        LinkRole role = Optional.ofNullable(request.role())
                .orElseGet(() -> existing.map(Link::role).orElse(LinkRole.CUSTOMER));
        return new Link(
                request.company(),
                request.account(),
                role,
                Optional.ofNullable(request.billTo())
                        .orElseGet(() -> existing.map(Link::billTo).orElse(null)),
                role.buys() && primary(request, existing, present),
                existing.map(Link::linkedAt).orElse(now));
    }

    private static boolean primary(LinkRequest request, Optional<Link> existing, List<Link> present) {
        if (request.primary() != null) {
            return request.primary();
        }
        return existing.map(Link::primary).orElseGet(() -> present.stream().noneMatch(link -> competes(link, request)));
    }

    private static boolean competes(Link link, LinkRequest request) {
        return link.role().buys()
                && link.account().dataset().equals(request.account().dataset());
    }
}
