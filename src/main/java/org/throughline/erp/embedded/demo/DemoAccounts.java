package org.throughline.erp.embedded.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.throughline.erp.embedded.rows.ErpTable;
import org.throughline.erp.embedded.rows.RowBatch;
import org.throughline.shared.PostalAddress;
import org.throughline.shared.SearchTerms;

/** 200 accounts: 92 British, 60 German, 28 French and 20 American ones; the first few each show something of their own. */
final class DemoAccounts {

    static final String FULL = "C0001";
    static final String ON_HOLD = "C0002";
    static final String OVERDUE = "C0003";
    static final String EXEMPT = "C0004";
    static final String PAID_BY_ANOTHER = "C0005";
    static final String NEW = "C0006";
    static final String INACTIVE = "C0007";
    static final String FORMS_OF_DELIVERY = "C0008";

    private static final String[] FIRST_NAMES = {
        "Alice", "Ben", "Carla", "David", "Emma", "Frank", "Grace", "Henry", "Ines", "Jonas", "Karin", "Louis"
    };
    private static final String[] LAST_NAMES = {
        "Archer", "Becker", "Carter", "Dubois", "Ellis", "Fischer", "Girard", "Hughes", "Jansen", "Keller", "Lambert"
    };
    private static final String[] JOBS = {"Purchasing manager", "Accounts payable", "Works manager", "Owner"};

    private final Random random;
    private final List<DemoAccount> accounts = new ArrayList<>();

    private DemoAccounts(Random random) {
        this.random = random;
    }

    static List<DemoAccount> accounts(Random random) {
        DemoAccounts demo = new DemoAccounts(random);
        demo.addAll(DemoCountry.GB, 90, DemoBranch.GB, "GBP");
        demo.addAll(DemoCountry.DE, 57, DemoBranch.DE, "EUR");
        demo.addAll(DemoCountry.FR, 28, DemoBranch.DE, "EUR");
        demo.addAll(DemoCountry.US, 20, DemoBranch.GB, "USD");
        demo.addAll(DemoCountry.DE, 3, DemoBranch.GB, "EUR");
        demo.addAll(DemoCountry.GB, 2, DemoBranch.DE, "EUR");
        return demo.accounts;
    }

    private void addAll(DemoCountry country, int count, DemoBranch branch, String currency) {
        for (int i = 0; i < count; i++) {
            accounts.add(account(country, i, branch, currency));
        }
    }

    /** The n-th account of a country always is the same company, so that some companies trade with both branches. */
    private DemoAccount account(DemoCountry country, int n, DemoBranch branch, String currency) {
        String id = "C%04d".formatted(accounts.size() + 1);
        String name = country.companyName(n);
        return new DemoAccount(
                id,
                name,
                status(id),
                branch,
                currency,
                n % 5 == 1 ? "TRADE" : n % 11 == 3 ? "KEY" : null,
                country.address(name, n),
                country.taxId(n),
                creditLimit(id, n),
                n % 4 == 0 ? 14 : n % 4 == 1 ? 60 : 30,
                id.equals(PAID_BY_ANOTHER) ? FULL : null);
    }

    private static String status(String id) {
        return switch (id) {
            case ON_HOLD, "C0095", "C0150" -> "ON_HOLD";
            case INACTIVE, "C0099" -> "INACTIVE";
            default -> "ACTIVE";
        };
    }

    private BigDecimal creditLimit(String id, int n) {
        int thousands = 20 + random.nextInt(16) * 5;
        if (id.equals(FULL)) {
            return BigDecimal.valueOf(250_000);
        }
        if (id.equals(OVERDUE)) {
            return BigDecimal.valueOf(5_000);
        }
        return n % 13 == 12 ? null : BigDecimal.valueOf(thousands * 1_000L);
    }

    static void write(List<DemoAccount> accounts, RowBatch rows) {
        for (int i = 0; i < accounts.size(); i++) {
            write(accounts.get(i), i, rows);
        }
    }

    private static void write(DemoAccount account, int index, RowBatch rows) {
        rows.add(
                ErpTable.ACCOUNT,
                account.id(),
                account.name(),
                account.status(),
                account.branch(),
                account.currency(),
                "NET" + account.netDays(),
                "LIST-" + account.currency(),
                account.priceGroup(),
                account.country(),
                account.taxId(),
                account.isExempt() ? "CERT-2024-17" : null,
                account.isExempt() ? DemoCalendar.EPOCH : null,
                null,
                null,
                account.creditLimit(),
                account.billTo(),
                DemoCalendar.at(DemoCalendar.START.minusDays(index % 30), 8 + index % 10));
        if (account.status().equals("ON_HOLD")) {
            rows.add(
                    ErpTable.ACCOUNT_HOLD,
                    account.id(),
                    "CREDIT",
                    "Reminders were not answered",
                    DemoCalendar.END.minusDays(20));
        }
        writeAddresses(account, index, rows);
        writeContactsAndTerms(account, index, rows);
    }

    private static void writeAddresses(DemoAccount account, int index, RowBatch rows) {
        PostalAddress address = account.address();
        writeAddress(account.id(), "BILL", "BILLING", true, address, rows);
        writeAddress(account.id(), "SHIP", "SHIPPING", true, address, rows);
        if (index % 3 == 0) {
            PostalAddress second = DemoCountry.valueOf(address.country()).address(address.name(), index + 5);
            writeAddress(account.id(), "SHIP2", "SHIPPING", false, second, rows);
        }
    }

    private static void writeAddress(
            String account, String id, String kind, boolean isDefault, PostalAddress address, RowBatch rows) {
        rows.add(
                ErpTable.ACCOUNT_ADDRESS,
                account,
                id,
                kind,
                isDefault,
                address.name(),
                address.line1(),
                address.line2(),
                address.city(),
                address.region(),
                address.postalCode(),
                address.country());
    }

    private static void writeContactsAndTerms(DemoAccount account, int index, RowBatch rows) {
        for (String word : SearchTerms.words(account.name())) {
            rows.add(ErpTable.ACCOUNT_TERM, "NAME", word, account.id());
        }
        if (account.taxId() != null) {
            rows.add(ErpTable.ACCOUNT_TERM, "TAX_ID", SearchTerms.compact(account.taxId()), account.id());
        }
        String postcode = SearchTerms.compact(account.address().postalCode());
        rows.add(ErpTable.ACCOUNT_TERM, "POSTCODE", postcode, account.id());
        for (int contact = 1; contact <= 1 + index % 2; contact++) {
            int person = index * 2 + contact;
            String first = FIRST_NAMES[person % FIRST_NAMES.length];
            String last = LAST_NAMES[person % LAST_NAMES.length];
            String email =
                    "%s.%s@%s.example".formatted(first, last, account.id()).toLowerCase(Locale.ROOT);
            rows.add(
                    ErpTable.ACCOUNT_CONTACT,
                    account.id(),
                    "P" + contact,
                    first + " " + last,
                    JOBS[person % JOBS.length],
                    email,
                    "+%d 555 %04d"
                            .formatted(DemoCountry.valueOf(account.country()).dialCode(), index));
            rows.add(ErpTable.ACCOUNT_TERM, "EMAIL", SearchTerms.compact(email), account.id());
        }
    }
}
