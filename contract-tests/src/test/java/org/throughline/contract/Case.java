package org.throughline.contract;

import java.util.List;
import java.util.Properties;

/**
 * A folder of messages.
 *
 * @param path from the folder of all cases, such as {@code pricing/v1/calculatePrices/five-lines}
 * @param steps in order; one, unless the folder has sub-folders
 */
record Case(String path, String capability, String operation, Kind kind, List<Step> steps, Properties properties) {

    /** Whether any step can be put to the service in this way. */
    boolean has(Binding binding) {
        return steps.stream().anyMatch(step -> step.has(binding));
    }

    /** Whether this way is left out on purpose. */
    boolean omits(Binding binding) {
        String only = properties.getProperty("only", "");
        return binding.isSoap() ? only.equals("rest") : only.equals("soap");
    }

    /** Whether every ERP must answer so: always when the message is malformed. */
    boolean isForEveryErp() {
        return kind == Kind.MALFORMED || properties.getProperty("erp", "").equals("any");
    }

    /** Whether it shows that the ERP cannot serve the operation. */
    boolean showsThatItIsNotSupported() {
        return properties.getProperty("supported", "").equals("no");
    }

    /** The HTTP status expected, where the case says so itself. */
    String status(Binding binding) {
        return properties.getProperty(binding.name().toLowerCase(java.util.Locale.ROOT) + ".status");
    }
}
