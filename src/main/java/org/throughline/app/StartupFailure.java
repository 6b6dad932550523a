package org.throughline.app;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.tomcat.ConnectorStartFailedException;
import org.springframework.boot.web.server.PortInUseException;

/** Says in one sentence why the service cannot start. */
final class StartupFailure {

    private static final int DEEPEST_CAUSE = 30;

    /** What each kind of failure means; the first that knows one of the causes decides. */
    private static final List<Function<Throwable, Optional<String>>> RULES = List.of(
            StartupFailure::ofProblem,
            StartupFailure::ofUnknownSetting,
            StartupFailure::ofWrongValue,
            StartupFailure::ofPort);

    private StartupFailure() {}

    static String sentence(Throwable failure) {
        return RULES.stream()
                .flatMap(rule -> causes(failure).flatMap(cause -> rule.apply(cause).stream()))
                .findFirst()
                .orElseGet(() -> unforeseen(failure));
    }

    private static Optional<String> ofProblem(Throwable cause) {
        return cause instanceof StartupProblem problem ? Optional.of(problem.getMessage()) : Optional.empty();
    }

    private static Optional<String> ofUnknownSetting(Throwable cause) {
        return cause instanceof UnboundConfigurationPropertiesException unbound
                ? Optional.of("There is no setting "
                        + unbound.getUnboundProperties().stream()
                                .map(property -> property.getName().toString())
                                .distinct()
                                .collect(Collectors.joining(", "))
                        + ".")
                : Optional.empty();
    }

    private static Optional<String> ofWrongValue(Throwable cause) {
        String name = null;
        if (cause instanceof BindException bind && bind.getProperty() != null) {
            name = bind.getProperty().getName().toString();
        } else if (cause instanceof InvalidConfigurationPropertyValueException invalid) {
            name = invalid.getName();
        }
        return Optional.ofNullable(name).map(setting -> "The setting " + setting + " has a value that cannot be used.");
    }

    private static Optional<String> ofPort(Throwable cause) {
        if (cause instanceof PortInUseException inUse) {
            return Optional.of("Port " + inUse.getPort()
                    + " is in use by another process; stop that one or choose another server.port.");
        }
        return cause instanceof ConnectorStartFailedException failed
                ? Optional.of("Port " + failed.getPort() + " of server.address cannot be opened.")
                : Optional.empty();
    }

    private static String unforeseen(Throwable failure) {
        Throwable root = causes(failure).reduce((outer, inner) -> inner).orElse(failure);
        String message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return "Throughline cannot start: "
                + Arrays.stream(message.split("\\R")).findFirst().orElse("")
                + " (--logging.level.org.throughline.app=debug tells more).";
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST_CAUSE);
    }
}
