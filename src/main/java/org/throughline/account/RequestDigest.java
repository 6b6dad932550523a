package org.throughline.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.throughline.shared.PostalAddress;

/**
 * The digest of a request to create an account: the same for the same content, whatever was left out. Values that are
 * absent do not count, so that digests stay the same when the contract gains optional elements. They are kept for years:
 * never change what exists.
 */
final class RequestDigest {

    private final StringBuilder content = new StringBuilder();

    private RequestDigest() {}

    static String of(AccountDetails details, Optional<CompanyLink> link) {
        RequestDigest digest = new RequestDigest();
        digest.details(details);
        digest.exemption(details.exemption());
        details.addresses().forEach(digest::address);
        details.contacts().forEach(digest::contact);
        link.ifPresent(digest::link);
        return digest.sha256();
    }

    private void details(AccountDetails details) {
        add("name", details.name());
        add("branch", details.branch());
        add("currency", details.currency());
        add("taxCountry", details.taxCountry());
        add("taxId", details.taxId());
        add("terms", details.terms());
        add("priceList", details.priceList());
        add("priceGroup", details.priceGroup());
        add("billTo", details.billTo());
    }

    private void exemption(TaxExemption exemption) {
        if (exemption != null) {
            add("certificate", exemption.certificate());
            add("exemptFrom", exemption.from());
            add("exemptTo", exemption.to());
            add("exemptRegion", exemption.region());
            add("exemptReasonCode", exemption.reasonCode());
            add("exemptReason", exemption.reason());
        }
    }

    private void address(AccountAddress address) {
        PostalAddress postal = address.address();
        add("address", address.kind());
        add("preferred", address.isDefault());
        add("addressee", postal.name());
        add("line1", postal.line1());
        add("line2", postal.line2());
        add("city", postal.city());
        add("region", postal.region());
        add("postalCode", postal.postalCode());
        add("country", postal.country());
    }

    private void contact(Contact contact) {
        add("contact", contact.name());
        add("job", contact.job());
        add("email", contact.email());
        add("phone", contact.phone());
    }

    private void link(CompanyLink link) {
        add("crmSystem", link.company().crmSystem());
        add("companyId", link.company().value());
        add("role", link.role());
        add("linkBillTo", link.billTo() == null ? null : link.billTo().value());
        add("primary", link.primary());
    }

    private void add(String name, Object value) {
        if (value != null) {
            String text = value.toString();
            content.append(name)
                    .append('=')
                    .append(text.length())
                    .append(':')
                    .append(text)
                    .append('\n');
        }
    }

    private String sha256() {
        try {
            byte[] bytes = content.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
