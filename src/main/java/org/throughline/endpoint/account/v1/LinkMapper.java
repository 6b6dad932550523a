package org.throughline.endpoint.account.v1;

import static org.throughline.endpoint.common.v1.CommonMapper.toAccountId;
import static org.throughline.endpoint.common.v1.CommonMapper.toCompanyId;
import static org.throughline.endpoint.common.v1.CommonMapper.toPageInfo;
import static org.throughline.endpoint.common.v1.CommonMapper.toWire;

import java.util.List;
import java.util.Optional;
import org.throughline.account.CompanyLink;
import org.throughline.account.LabelledLink;
import org.throughline.account.Link;
import org.throughline.account.LinkFilter;
import org.throughline.account.LinkRequest;
import org.throughline.account.LinkRole;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.Page;
import org.throughline.wire.account.v1.CompanyLinksType;
import org.throughline.wire.account.v1.LinkAnswerType;
import org.throughline.wire.account.v1.LinkListType;
import org.throughline.wire.account.v1.LinkRecordType;
import org.throughline.wire.account.v1.LinkRequestType;
import org.throughline.wire.account.v1.LinkRoleType;
import org.throughline.wire.account.v1.LinkSearchType;
import org.throughline.wire.account.v1.NewLinkType;
import org.throughline.wire.common.v1.AccountRefType;

/** Between the links of urn:throughline:account:v1 and those of the account capability. */
final class LinkMapper {

    private LinkMapper() {}

    static Optional<CompanyLink> toCompanyLink(NewLinkType link, String dataset) {
        return Optional.ofNullable(link)
                .map(wire -> new CompanyLink(
                        toCompanyId(wire.getCompany()),
                        toRole(wire.getRole()),
                        toBillTo(wire.getBillTo(), dataset, "link.billTo"),
                        wire.isPrimary()));
    }

    static LinkRequest toLinkRequest(LinkRequestType wire, String dataset) {
        return new LinkRequest(
                toCompanyId(wire.getCompany()),
                toAccountId(wire.getAccount(), dataset, "account"),
                toRole(wire.getRole()),
                toBillTo(wire.getBillTo(), dataset, "billTo"),
                wire.isPrimary());
    }

    static LinkFilter toFilter(LinkSearchType wire, String dataset) {
        return new LinkFilter(
                wire.getCrmSystem(),
                wire.getCompanyId(),
                wire.getAccount() == null ? null : toAccountId(wire.getAccount(), dataset, "account"));
    }

    static LinkAnswerType toLinkAnswer(Answer<LabelledLink> answer, String dataset) {
        LinkAnswerType wire = new LinkAnswerType();
        wire.setLink(toRecord(answer.value()));
        wire.setFreshness(toWire(answer.freshness(), dataset));
        return wire;
    }

    static CompanyLinksType toCompanyLinks(Answer<List<LabelledLink>> answer, String dataset) {
        CompanyLinksType wire = new CompanyLinksType();
        answer.value().stream().map(LinkMapper::toRecord).forEach(wire.getLink()::add);
        wire.setFreshness(toWire(answer.freshness(), dataset));
        return wire;
    }

    static LinkListType toLinkList(Answer<Page<LabelledLink>> answer, String dataset) {
        LinkListType wire = new LinkListType();
        answer.value().entries().stream().map(LinkMapper::toRecord).forEach(wire.getLink()::add);
        wire.setPage(toPageInfo(answer.value()));
        wire.setFreshness(toWire(answer.freshness(), dataset));
        return wire;
    }

    static LinkRecordType toRecord(LabelledLink labelled) {
        Link link = labelled.link();
        LinkRecordType wire = new LinkRecordType();
        wire.setCompany(toWire(link.company()));
        wire.setAccount(toWire(link.account()));
        labelled.account().ifPresent(account -> {
            wire.setAccountName(account.name());
            wire.setAccountCurrency(account.currency().getCurrencyCode());
        });
        wire.setRole(LinkRoleType.valueOf(link.role().name()));
        wire.setBillTo(AccountMapper.toWireOrNull(link.billTo()));
        wire.setPrimary(link.primary());
        wire.setLinkedAt(link.linkedAt());
        return wire;
    }

    private static AccountId toBillTo(AccountRefType wire, String dataset, String path) {
        return wire == null ? null : toAccountId(wire, dataset, path);
    }

    private static LinkRole toRole(LinkRoleType wire) {
        return wire == null ? null : LinkRole.valueOf(wire.name());
    }
}
