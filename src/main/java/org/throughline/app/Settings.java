package org.throughline.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.throughline.account.CreditRules;
import org.throughline.account.OpenDocument;
import org.throughline.erp.embedded.InvoicingPolicy;
import org.throughline.erp.resilient.ResiliencePolicy;
import org.throughline.erp.tryton.TrytonSettings;
import org.throughline.order.ApprovalLimits;
import org.throughline.order.Backoff;
import org.throughline.order.OfferPolicy;
import org.throughline.order.PatientWorkers;
import org.throughline.pricing.AgreementPolicy;
import org.throughline.shared.Money;
import org.throughline.tax.RoundingLevel;

/**
 * Everything that can be set under {@code throughline.*}. An unknown name or a value that makes no sense ends the start.
 *
 * @param erp which ERP is connected: embedded or tryton
 * @param dataset name of the ERP's dataset in the contract
 * @param demoData whether an empty embedded ERP is filled with demo data
 * @param dataDirectory where the embedded database lives
 * @param publicUrl how clients reach this service, without a path at the end; null when directly
 * @param clock the time that the service believes it is, standing still; null for the real time. For demos and tests.
 * @param database where the data is
 * @param limits what a request may cost
 * @param pricing how prices are found
 * @param cache what is remembered of prices and tax rules
 * @param tax how tax is computed
 * @param credit what uses credit, and what stops an order
 * @param offers how long and how firmly offers stand
 * @param orders how requests are handed to the ERP
 * @param answers what is kept of answers
 * @param parity when documents are compared
 * @param approval what an order may be without anybody's approval, beside credit
 * @param backoffice the back office of the embedded ERP
 * @param embedded how the embedded ERP works
 * @param tryton where Tryton is
 * @param resilience what is done when the ERP is down or slow
 */
@ConfigurationProperties(prefix = "throughline", ignoreUnknownFields = false)
record Settings(
        @DefaultValue("embedded") String erp,
        @DefaultValue("main") String dataset,
        @DefaultValue("false") boolean demoData,
        @DefaultValue("data") Path dataDirectory,
        URI publicUrl,
        Instant clock,
        @DefaultValue Database database,
        @DefaultValue Limits limits,
        @DefaultValue Pricing pricing,
        @DefaultValue Tax tax,
        @DefaultValue Cache cache,
        @DefaultValue Credit credit,
        @DefaultValue Offers offers,
        @DefaultValue Orders orders,
        @DefaultValue Answers answers,
        @DefaultValue Parity parity,
        @DefaultValue Approval approval,
        @DefaultValue Backoffice backoffice,
        @DefaultValue Embedded embedded,
        @DefaultValue Tryton tryton,
        @DefaultValue Resilience resilience) {

    static final String EMBEDDED = "embedded";
    static final String TRYTON = "tryton";

    Settings {
        require(Set.of(EMBEDDED, TRYTON).contains(erp), "throughline.erp must be one of: embedded, tryton");
        require(
                erp.equals(EMBEDDED) || !demoData,
                "throughline.demo-data is for throughline.erp=embedded; another ERP has its own data");
        if (erp.equals(TRYTON)) {
            tryton.requireLogin();
        }
        require(!dataset.isBlank() && dataset.length() <= 60, "throughline.dataset must have 1 to 60 characters");
        require(
                publicUrl == null || publicUrl.isAbsolute() && publicUrl.getHost() != null,
                "throughline.public-url must be an absolute URL such as https://erp.example.com");
    }

    /**
     * @param url JDBC URL of Derby or PostgreSQL; null for a Derby database in the data directory
     * @param user null when the database asks for none
     * @param password null when the database asks for none
     * @param poolSize connections for each of the two schemas
     */
    record Database(
            String url,
            String user,
            String password,
            @DefaultValue("16") int poolSize) {
        Database {
            require(
                    url == null || url.startsWith("jdbc:derby:") || url.startsWith("jdbc:postgresql:"),
                    "throughline.database.url must start with jdbc:derby: or jdbc:postgresql:");
            require(poolSize >= 2, "throughline.database.pool-size must be 2 or more");
        }
    }

    /**
     * @param bodySize how large a request's body may be
     * @param bodyTime how long a request's body may take to arrive
     * @param lines how many entries a repeated element may have as far as parsing goes; operations set their own limits
     */
    record Limits(
            @DefaultValue("16MB") DataSize bodySize,
            @DefaultValue("30s") Duration bodyTime,
            @DefaultValue("12000") int lines) {
        Limits {
            require(bodySize.toBytes() >= 1024, "throughline.limits.body-size must be 1KB or more");
            require(bodyTime.toMillis() >= 100, "throughline.limits.body-time must be 100ms or more");
            require(lines >= 100, "throughline.limits.lines must be 100 or more");
        }
    }

    /** @param rounding where tax is rounded, of priced documents and of calculateTax when the request does not say */
    record Tax(@DefaultValue("DOCUMENT") RoundingLevel rounding) {}

    /** @param agreements which of the agreements that a line reaches decides */
    record Pricing(@DefaultValue("first") AgreementPolicy agreements) {}

    /**
     * @param timeToLive how old an answer from the cache can be, unless the caller asks for a younger one
     * @param entries how many items are remembered, each once for every account that asks
     */
    record Cache(
            @DefaultValue("5m") Duration timeToLive,
            @DefaultValue("10000") int entries) {
        Cache {
            require(timeToLive.toMillis() >= 1, "throughline.cache.time-to-live must be 1ms or more");
            require(entries >= 1, "throughline.cache.entries must be 1 or more");
        }
    }

    /**
     * @param counted the open documents that use credit or set it free
     * @param toleranceAmount by how much the limit may be exceeded, in the currency of the account
     * @param tolerancePercent by how much more, in percent of the limit
     * @param overdueDays an invoice overdue for more days than these stops everything; null: none does
     */
    record Credit(
            @DefaultValue({"INVOICE", "CREDIT_NOTE", "PAYMENT", "DELIVERY", "ORDER", "HELD_ORDER"})
            Set<OpenDocument.Kind> counted,

            @DefaultValue("0") BigDecimal toleranceAmount,
            @DefaultValue("0") BigDecimal tolerancePercent,
            Integer overdueDays) {
        Credit {
            require(toleranceAmount.signum() >= 0, "throughline.credit.tolerance-amount must be 0 or more");
            require(tolerancePercent.signum() >= 0, "throughline.credit.tolerance-percent must be 0 or more");
            require(overdueDays == null || overdueDays >= 0, "throughline.credit.overdue-days must be 0 or more");
        }

        CreditRules rules() {
            return new CreditRules(
                    counted,
                    toleranceAmount,
                    tolerancePercent,
                    overdueDays == null ? OptionalInt.empty() : OptionalInt.of(overdueDays));
        }
    }

    /**
     * @param validity of an offer whose validity nobody asked for
     * @param longestValidity that can be asked for
     * @param prices whether the prices of a valid offer are kept when they have changed since, or computed anew
     * @param keyFile a JWK set with the keys of offers; null for a key that is made once and kept in the database
     */
    record Offers(
            @DefaultValue("24h") Duration validity,
            @DefaultValue("30d") Duration longestValidity,
            @DefaultValue("honour") OfferPolicy.Prices prices,
            Path keyFile) {
        Offers {
            require(validity.toSeconds() >= 1, "throughline.offers.validity must be 1s or more");
            require(
                    longestValidity.compareTo(validity) >= 0,
                    "throughline.offers.longest-validity must not be below throughline.offers.validity");
        }

        OfferPolicy policy() {
            return new OfferPolicy(validity, longestValidity, prices);
        }
    }

    /**
     * @param answerTime how long a caller waits for the ERP
     * @param threads how many requests can be handed over at the same time
     * @param handOverTime when an ERP that has not answered is given up, and asked what it has done
     * @param lease after which time without a sign of life a request is taken to be left behind by a node that has crashed
     * @param dispatchers how many threads go on with queued requests; 0: none on this node
     * @param dispatchInterval how often each of them looks for work
     * @param firstRetry how long a request waits after its first attempt; twice as long after each further one
     * @param longestRetry at most
     * @param shutdownTime how long the end of the service waits for requests that are being handed over
     */
    record Orders(
            @DefaultValue("30s") Duration answerTime,
            @DefaultValue("32") int threads,
            @DefaultValue("10m") Duration handOverTime,
            @DefaultValue("60s") Duration lease,
            @DefaultValue("2") int dispatchers,
            @DefaultValue("1s") Duration dispatchInterval,
            @DefaultValue("5s") Duration firstRetry,
            @DefaultValue("1m") Duration longestRetry,
            @DefaultValue("20s") Duration shutdownTime) {
        private static final Duration AN_HOUR = Duration.ofHours(1);

        Orders {
            require(answerTime.toMillis() >= 1, "throughline.orders.answer-time must be 1ms or more");
            require(threads >= 1, "throughline.orders.threads must be 1 or more");
            require(
                    handOverTime.compareTo(answerTime) >= 0,
                    "throughline.orders.hand-over-time must not be below throughline.orders.answer-time");
            require(
                    lease.toMillis() >= 1_000 && lease.compareTo(AN_HOUR.dividedBy(2)) <= 0,
                    "throughline.orders.lease must be between 1s and 30m");
            require(dispatchers >= 0, "throughline.orders.dispatchers must be 0 or more");
            require(dispatchInterval.toMillis() >= 1, "throughline.orders.dispatch-interval must be 1ms or more");
            require(firstRetry.toMillis() >= 1, "throughline.orders.first-retry must be 1ms or more");
            require(
                    longestRetry.compareTo(firstRetry) >= 0 && longestRetry.compareTo(AN_HOUR) <= 0,
                    "throughline.orders.longest-retry must be between throughline.orders.first-retry and 1h");
            require(!shutdownTime.isNegative(), "throughline.orders.shutdown-time must be 0 or more");
        }

        Backoff backoff() {
            return new Backoff(firstRetry, longestRetry);
        }

        PatientWorkers.Patience patience() {
            return new PatientWorkers.Patience(answerTime, handOverTime, shutdownTime);
        }
    }

    /** @param retention how long answers are kept for explainAnswer; zero: not at all */
    record Answers(@DefaultValue("90d") Duration retention) {
        Answers {
            require(!retention.isNegative(), "throughline.answers.retention must be 0 or more");
        }
    }

    /** @param interval how often new invoices are compared with their orders; zero: never */
    record Parity(@DefaultValue("60s") Duration interval) {
        Parity {
            require(!interval.isNegative(), "throughline.parity.interval must be 0 or more");
        }
    }

    /** @param invoicing when invoices are made */
    record Embedded(@DefaultValue("on-shipment") InvoicingPolicy invoicing) {}

    /**
     * @param url of Tryton's server
     * @param database of that server
     * @param user that the service works as
     * @param password of the user
     * @param passwordFile whose first line is the password; instead of password
     * @param company id of the company that the service works for; null for the user's own
     * @param connectTime how long is waited for a connection
     * @param answerTime how long is waited for the answer of one call
     */
    record Tryton(
            @DefaultValue("http://127.0.0.1:8000") URI url,
            String database,
            String user,
            String password,
            Path passwordFile,
            Long company,
            @DefaultValue("5s") Duration connectTime,
            @DefaultValue("30s") Duration answerTime) {
        Tryton {
            require(
                    url.getHost() != null && Set.of("http", "https").contains(url.getScheme()),
                    "throughline.tryton.url must be a URL such as http://127.0.0.1:8000");
            require(connectTime.toMillis() >= 1, "throughline.tryton.connect-time must be 1ms or more");
            require(answerTime.toMillis() >= 1, "throughline.tryton.answer-time must be 1ms or more");
        }

        private void requireLogin() {
            require(database != null, "throughline.tryton.database must be set for throughline.erp=tryton");
            require(user != null, "throughline.tryton.user must be set for throughline.erp=tryton");
            require(
                    (password == null) != (passwordFile == null),
                    "Either throughline.tryton.password or throughline.tryton.password-file must be set for"
                            + " throughline.erp=tryton");
        }

        TrytonSettings connection() {
            OptionalLong number = company == null ? OptionalLong.empty() : OptionalLong.of(company);
            return new TrytonSettings(url, database, user, secret(), number, connectTime, answerTime);
        }

        private String secret() {
            if (password != null) {
                return password;
            }
            try (Stream<String> lines = Files.lines(passwordFile)) {
                return lines.findFirst().orElse("");
            } catch (IOException | UncheckedIOException unreadable) {
                throw new StartupProblem(
                        "throughline.tryton.password-file names a file that cannot be read.", unreadable);
            }
        }
    }

    /**
     * @param value the largest net total, in the currency; null: any
     * @param currency of the value
     * @param marginPercent the least that an order must earn over the cost of its items, percent of its net; null: anything
     * @param newCustomers whether the first order of an account waits
     * @param priceOverrides whether an order with a price that the request named waits
     */
    record Approval(
            BigDecimal value,
            Currency currency,
            BigDecimal marginPercent,
            @DefaultValue("false") boolean newCustomers,
            @DefaultValue("true") boolean priceOverrides) {
        Approval {
            require(value == null || value.signum() >= 0, "throughline.approval.value must be 0 or more");
            require(
                    (value == null) == (currency == null),
                    "throughline.approval.value and throughline.approval.currency must be set together");
            require(
                    marginPercent == null || marginPercent.compareTo(BigDecimal.valueOf(100)) <= 0,
                    "throughline.approval.margin-percent must be 100 or less");
        }

        ApprovalLimits limits() {
            return new ApprovalLimits(
                    Optional.ofNullable(value).map(amount -> new Money(amount, currency)),
                    Optional.ofNullable(marginPercent),
                    newCustomers,
                    priceOverrides);
        }
    }

    /**
     * @param enabled whether it is there
     * @param bodySize how large the body of a request to it may be; a document of 10 MB needs 14 MB
     */
    record Backoffice(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("16MB") DataSize bodySize) {
        Backoffice {
            require(bodySize.toBytes() >= 1024, "throughline.backoffice.body-size must be 1KB or more");
        }
    }

    /**
     * @param timeOut how long a caller waits for one answer of the ERP
     * @param concurrency how many calls the ERP gets at the same time
     * @param window of how many calls half must have failed before the ERP counts as down
     * @param pause how long an ERP that counts as down is left alone, and callers are told to wait
     * @param degradedFor how old an answer may be that is given while the ERP is down; zero: none is given
     * @param freshFor how old an answer may be that is given without asking the ERP; zero: it is always asked
     * @param memory how much heap may be used for such answers
     */
    record Resilience(
            @DefaultValue("30s") Duration timeOut,
            @DefaultValue("64") int concurrency,
            @DefaultValue("10") int window,
            @DefaultValue("30s") Duration pause,
            @DefaultValue("24h") Duration degradedFor,
            @DefaultValue("0s") Duration freshFor,
            @DefaultValue("64MB") DataSize memory) {
        Resilience {
            require(timeOut.toMillis() >= 1, "throughline.resilience.time-out must be 1ms or more");
            require(concurrency >= 1, "throughline.resilience.concurrency must be 1 or more");
            require(window >= 2, "throughline.resilience.window must be 2 or more");
            require(pause.toMillis() >= 1, "throughline.resilience.pause must be 1ms or more");
            require(!degradedFor.isNegative(), "throughline.resilience.degraded-for must be 0 or more");
            require(!freshFor.isNegative(), "throughline.resilience.fresh-for must be 0 or more");
            require(!memory.isNegative(), "throughline.resilience.memory must be 0 or more");
        }

        ResiliencePolicy policy(Orders orders) {
            return new ResiliencePolicy(
                    timeOut,
                    orders.handOverTime(),
                    concurrency,
                    window,
                    pause,
                    degradedFor,
                    freshFor,
                    memory.toBytes());
        }
    }

    String databaseUrl() {
        return database.url() == null
                ? "jdbc:derby:" + dataDirectory.resolve("derby") + ";create=true"
                : database.url();
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new StartupProblem(sentence + ".");
        }
    }
}
