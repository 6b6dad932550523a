package org.throughline.erp.embedded.imports;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The shapes of data that can be imported. */
public enum ImportFormat {
    /** The files of docs/import.md. */
    CSV("csv") {
        @Override
        List<Path> files(Path from) {
            return CsvFormat.files(from);
        }

        @Override
        ImportPlan plan(Path from, JdbcClient erp, Clock clock) {
            return new CsvFormat(from, erp, clock);
        }
    },
    /** The Northwind sample database as CSV files. */
    NORTHWIND("northwind") {
        @Override
        List<Path> files(Path from) {
            return NorthwindFormat.files(from);
        }

        @Override
        ImportPlan plan(Path from, JdbcClient erp, Clock clock) {
            return new NorthwindFormat(from, erp, clock);
        }
    },
    /** The invoice lines of a British online retailer, a public research data set. */
    ONLINE_RETAIL("online-retail") {
        @Override
        List<Path> files(Path from) {
            return OnlineRetailFormat.files(from);
        }

        @Override
        ImportPlan plan(Path from, JdbcClient erp, Clock clock) {
            return new OnlineRetailFormat(from, erp, clock);
        }
    },
    /** The public table of value added tax rates in Europe (github.com/ibericode/vat-rates). */
    VAT_RATES("vat-rates") {
        @Override
        List<Path> files(Path from) {
            return VatRatesFormat.files(from);
        }

        @Override
        ImportPlan plan(Path from, JdbcClient erp, Clock clock) {
            return new VatRatesFormat(from);
        }
    },
    /** A table of tax rules of one's own, jurisdictions beside each other included. */
    TAX_RULES("tax-rules") {
        @Override
        List<Path> files(Path from) {
            return TaxRulesFormat.files(from);
        }

        @Override
        ImportPlan plan(Path from, JdbcClient erp, Clock clock) {
            return new TaxRulesFormat(from, erp);
        }
    };

    private final String id;

    ImportFormat(String id) {
        this.id = id;
    }

    /** Its name on the command line. */
    public String id() {
        return id;
    }

    /**
     * The files that there are, always in the same order.
     *
     * @throws ImportFailure when one is missing that must be there
     */
    abstract List<Path> files(Path from);

    abstract ImportPlan plan(Path from, JdbcClient erp, Clock clock);
}
