package org.throughline.erp.tryton;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.throughline.account.Accounts;
import org.throughline.account.AccountsWorld;
import org.throughline.shared.Capabilities;
import org.throughline.shared.Erp;

/** Accounts of a live Tryton. */
final class TrytonAccountWorld implements AccountsWorld {

    private static final String DATASET = "main";

    private final TrytonClient tryton;
    private final Clock clock = Clock.systemUTC();
    private final TrytonCompany company;

    TrytonAccountWorld(TrytonServer server) {
        this.tryton = server.client();
        this.company = new TrytonCompany(tryton, clock);
    }

    static Erp erp() {
        return new Erp() {
            @Override
            public String dataset() {
                return DATASET;
            }

            @Override
            public String product() {
                return "Tryton";
            }

            @Override
            public String version() {
                return "6.0";
            }

            @Override
            public Capabilities capabilities() {
                return Capabilities.all();
            }
        };
    }

    @Override
    public Accounts accounts() {
        TrytonCountries countries = new TrytonCountries(tryton, clock);
        return new TrytonAccounts(
                tryton,
                new TrytonParties(company, erp()),
                new TrytonAccountObjections(tryton, company, countries),
                new TrytonAccountWriter(new TrytonAddressChange(countries)),
                clock,
                erp());
    }

    @Override
    public boolean keeps(Place place) {
        return false;
    }

    @Override
    public Codes codes() {
        return new Codes(
                company.branch(),
                "GBP",
                id("account.invoice.payment_term", "Net 30"),
                id("product.price_list", "Trade"));
    }

    @Override
    public String usualBranch() {
        return company.branch();
    }

    @Override
    public boolean ignoresAccents() {
        return true;
    }

    /** Tryton has the time of its machine. */
    @Override
    public void pass(Duration time) {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    private String id(String model, String name) {
        return Long.toString(tryton.searchRead(TrytonQuery.of(model, "id").where("name", "=", name))
                .get(0)
                .id());
    }
}
