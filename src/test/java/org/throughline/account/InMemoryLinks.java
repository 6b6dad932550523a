package org.throughline.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.throughline.shared.AccountId;
import org.throughline.shared.CompanyId;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;

/** Links in memory; one page holds all. */
final class InMemoryLinks implements Links {

    private final List<Link> links = new ArrayList<>();
    private boolean broken;

    /** Makes the next change fail, as a database that is gone. */
    void breakOnce() {
        broken = true;
    }

    @Override
    public List<Link> of(CompanyId company) {
        return links.stream()
                .filter(link -> link.company().equals(company))
                .sorted(Comparator.comparing((Link link) -> link.account().dataset())
                        .thenComparing(link -> !link.primary())
                        .thenComparing(link -> link.account().value()))
                .toList();
    }

    @Override
    public Page<Link> find(LinkFilter filter, PageRequest page) {
        return new Page<>(links, Optional.empty());
    }

    @Override
    public Link put(LinkRequest request) {
        if (broken) {
            broken = false;
            throw new IllegalStateException("the database is gone");
        }
        Optional<Link> existing = of(request.company()).stream()
                .filter(link -> link.account().equals(request.account()))
                .findFirst();
        Link made = LinkDecision.of(request, existing, of(request.company()), Instant.EPOCH);
        links.removeIf(link -> existing.isPresent() && link.equals(existing.get()));
        if (made.primary()) {
            links.replaceAll(link -> link.company().equals(made.company()) ? demoted(link) : link);
        }
        links.add(made);
        return made;
    }

    @Override
    public boolean remove(CompanyId company, AccountId account) {
        return links.removeIf(
                link -> link.company().equals(company) && link.account().equals(account));
    }

    private static Link demoted(Link link) {
        return new Link(link.company(), link.account(), link.role(), link.billTo(), false, link.linkedAt());
    }
}
