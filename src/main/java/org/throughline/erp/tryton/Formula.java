package org.throughline.erp.tryton;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A formula of a price list: an expression of Python. Read are numbers, the names that Tryton gives to formulas, Decimal("..."),
 * the four operations, signs and parentheses, computed with the 28 digits that Python's decimals have. Anything else is not read.
 */
final class Formula {

    /** The formula is no arithmetic, or divides by zero. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        Unreadable(String text) {
            super(text);
        }
    }

    /** 28 digits, halves to the even one. */
    private static final MathContext PYTHON = new MathContext(28, RoundingMode.HALF_EVEN);

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:Decimal\\(\\s*(?:\"([^\"]*)\"|'([^']*)')\\s*\\)|(\\d+(?:\\.\\d*)?|\\.\\d+)|([A-Za-z_]\\w*)|([-+*/()]))");

    private final String text;
    private final Map<String, BigDecimal> names;
    private int position;

    private Formula(String text, Map<String, BigDecimal> names) {
        this.text = text.strip();
        this.names = names;
    }

    /**
     * What a formula comes to.
     *
     * @param names what the names in it stand for
     */
    static BigDecimal value(String text, Map<String, BigDecimal> names) throws Unreadable {
        Formula formula = new Formula(text, names);
        BigDecimal value = formula.sum();
        if (formula.position < formula.text.length()) {
            throw new Unreadable(text);
        }
        return value;
    }

    private BigDecimal sum() throws Unreadable {
        BigDecimal sum = product();
        while (true) {
            if (takes('+')) {
                sum = sum.add(product(), PYTHON);
            } else if (takes('-')) {
                sum = sum.subtract(product(), PYTHON);
            } else {
                return sum;
            }
        }
    }

    private BigDecimal product() throws Unreadable {
        BigDecimal product = signed();
        while (true) {
            if (takes('*')) {
                product = product.multiply(signed(), PYTHON);
            } else if (takes('/')) {
                product = quotient(product, signed());
            } else {
                return product;
            }
        }
    }

    private BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) throws Unreadable {
        if (divisor.signum() == 0) {
            throw new Unreadable(text);
        }
        return dividend.divide(divisor, PYTHON);
    }

    private BigDecimal signed() throws Unreadable {
        if (takes('-')) {
            return signed().negate();
        }
        return takes('+') ? signed() : operand();
    }

    private BigDecimal operand() throws Unreadable {
        if (takes('(')) {
            BigDecimal inside = sum();
            if (!takes(')')) {
                throw new Unreadable(text);
            }
            return inside;
        }
        Matcher token = next();
        if (token == null || token.group(5) != null) {
            throw new Unreadable(text);
        }
        position = token.end();
        return token.group(4) == null ? number(token) : named(token.group(4));
    }

    private BigDecimal number(Matcher token) throws Unreadable {
        for (int group = 1; group <= 3; group++) {
            if (token.group(group) != null) {
                try {
                    return new BigDecimal(token.group(group).strip());
                } catch (NumberFormatException noNumber) {
                    throw new Unreadable(text);
                }
            }
        }
        throw new Unreadable(text);
    }

    private BigDecimal named(String name) throws Unreadable {
        BigDecimal value = names.get(name);
        if (value == null) {
            throw new Unreadable(text);
        }
        return value;
    }

    private boolean takes(char sign) {
        Matcher token = next();
        boolean there =
                token != null && token.group(5) != null && token.group(5).charAt(0) == sign;
        position = there ? token.end() : position;
        return there;
    }

    private Matcher next() {
        Matcher matcher = TOKEN.matcher(text).region(position, text.length());
        return matcher.lookingAt() ? matcher : null;
    }
}
