package org.throughline.erp.embedded;

import static org.throughline.shared.ErrorCode.ACCOUNT_NOT_FOUND;
import static org.throughline.shared.ErrorCode.INVALID_VALUE;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.account.AccountAddress;
import org.throughline.account.AccountDetails;
import org.throughline.account.Contact;
import org.throughline.shared.PostalAddress;
import org.throughline.shared.Remedy;
import org.throughline.shared.Violation;
import org.throughline.shared.Violations;

/** What this ERP cannot store: codes that it does not know, texts that are too long. */
final class AccountObjections {

    private static final int LISTED = 50;
    private static final int LONG = 200;
    private static final int MEDIUM = 60;
    private static final int SHORT = 40;

    private final JdbcClient jdbc;
    private final Violations violations = new Violations();

    private AccountObjections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static List<Violation> to(AccountDetails details, JdbcClient jdbc) {
        AccountObjections objections = new AccountObjections(jdbc);
        objections.codes(details);
        objections.texts(details);
        return objections.violations.found();
    }

    private void codes(AccountDetails details) {
        code(details.branch(), "select id from branch order by id", "branch");
        code(details.terms(), "select code from payment_terms order by code", "paymentTerms");
        if (details.currency() == null) {
            code(details.priceList(), "select id from price_list order by id", "priceList");
        } else {
            code(
                    details.priceList(),
                    "select id from price_list where currency = ? order by id",
                    "priceList",
                    details.currency());
        }
        if (details.billTo() != null && !accountExists(details.billTo())) {
            violations.add(ACCOUNT_NOT_FOUND.at("billTo.id", "The account to be invoiced is not in the ERP."));
        }
    }

    private void code(String code, String sql, String path, Object... parameters) {
        if (code != null) {
            List<String> known =
                    jdbc.sql(sql).params(parameters).query(String.class).list();
            if (!known.contains(code)) {
                violations.add(INVALID_VALUE
                        .at(path, "The ERP has no such code, or not for this currency.")
                        .withRemedy(
                                Remedy.oneOf("Use one of these.", known.subList(0, Math.min(known.size(), LISTED)))));
            }
        }
    }

    private boolean accountExists(String id) {
        return jdbc.sql("select id from account where id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .isPresent();
    }

    private void texts(AccountDetails details) {
        length(details.name(), LONG, "name");
        length(details.taxId(), SHORT, "taxId");
        length(details.priceGroup(), MEDIUM, "priceGroup");
        for (int i = 0; i < details.addresses().size(); i++) {
            address(details.addresses().get(i), "address[" + i + "].address.");
        }
        for (int i = 0; i < details.contacts().size(); i++) {
            contact(details.contacts().get(i), "contact[" + i + "].");
        }
    }

    private void address(AccountAddress address, String path) {
        PostalAddress postal = address.address();
        length(postal.name(), LONG, path + "name");
        length(postal.line1(), LONG, path + "line1");
        length(postal.line2(), LONG, path + "line2");
        length(postal.city(), LONG, path + "city");
        length(postal.region(), LONG, path + "region");
        length(postal.postalCode(), SHORT, path + "postalCode");
    }

    private void contact(Contact contact, String path) {
        length(contact.name(), LONG, path + "name");
        length(contact.job(), LONG, path + "job");
        length(contact.email(), LONG, path + "email");
        length(contact.phone(), MEDIUM, path + "phone");
    }

    private void length(String text, int limit, String path) {
        if (text != null && text.length() > limit) {
            violations.add(INVALID_VALUE
                    .at(path, "The text is too long for the ERP.")
                    .withRemedy(
                            Remedy.atMost("Shorten it to this many characters.", java.math.BigDecimal.valueOf(limit))));
        }
    }
}
