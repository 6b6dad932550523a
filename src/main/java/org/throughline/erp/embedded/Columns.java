package org.throughline.erp.embedded;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import org.throughline.shared.Money;
import org.throughline.shared.PostalAddress;
import org.throughline.shared.Quantity;

/** Columns that several tables have. Numbers lose the zeros that only the column's type put behind them. */
final class Columns {

    private Columns() {}

    /** @return null when the column is null */
    static LocalDate date(ResultSet row, String column) throws SQLException {
        Date date = row.getDate(column);
        return date == null ? null : date.toLocalDate();
    }

    /** @return null when the column is null */
    static Integer integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    /** With the decimals of the currency. */
    static BigDecimal amount(ResultSet row, String column, Currency currency) throws SQLException {
        return Money.round(row.getBigDecimal(column), currency);
    }

    /** With the decimals of the currency, or more where the price has more. */
    static BigDecimal price(ResultSet row, String column, Currency currency) throws SQLException {
        BigDecimal price = number(row, column);
        return price.setScale(Math.max(price.scale(), currency.getDefaultFractionDigits()));
    }

    /** With the decimals that it needs. */
    static BigDecimal number(ResultSet row, String column) throws SQLException {
        BigDecimal number = row.getBigDecimal(column).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    /** The columns quantity and unit. */
    static Quantity quantity(ResultSet row) throws SQLException {
        return new Quantity(number(row, "quantity"), row.getString("unit"));
    }

    /** The columns ship_name to ship_country. */
    static PostalAddress shipTo(ResultSet row) throws SQLException {
        return new PostalAddress(
                row.getString("ship_name"),
                row.getString("ship_line1"),
                row.getString("ship_line2"),
                row.getString("ship_city"),
                row.getString("ship_region"),
                row.getString("ship_postal_code"),
                row.getString("ship_country"));
    }
}
