package org.throughline.erp.tryton;

import java.util.Map;

/**
 * A user who is logged in.
 *
 * @param authorization the HTTP header that proves it
 * @param context what Tryton wants to be told with each call: the company, the language and the like
 */
record TrytonSession(String authorization, Map<String, Object> context) {

    long company() {
        return (Long) context.get("company");
    }

    /** Does not tell the key. */
    @Override
    public String toString() {
        return "Tryton session of company " + context.get("company");
    }
}
