package org.throughline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.stereotype.Component;
import org.throughline.order.Bills;
import org.throughline.shared.Answer;
import org.throughline.shared.Erp;
import org.throughline.shared.MaxAge;

class ResilientPortsTest {

    /** What the ERP is called, and what a timer of ours reads, which tries again by itself. */
    private static final Set<Class<?>> NEED_NOT_BE = Set.of(Erp.class, Bills.class);

    @Test
    void every_port_that_the_connector_has_is_made_resilient() {
        assertThat(portsOfTheConnector()).isNotEmpty();
        assertThat(ResilienceWiring.PORTS).containsExactlyInAnyOrderElementsOf(portsOfTheConnector());
    }

    @ParameterizedTest
    @MethodSource("reads")
    void what_takes_a_max_age_takes_it_last_and_answers_how_old_it_is(Method read) {
        assertThat(read.getReturnType()).isEqualTo(Answer.class);
        assertThat(read.getParameterTypes()[read.getParameterCount() - 1]).isEqualTo(MaxAge.class);
    }

    static Stream<Method> reads() {
        return ResilienceWiring.PORTS.stream()
                .flatMap(port -> Arrays.stream(port.getMethods()))
                .filter(method -> List.of(method.getParameterTypes()).contains(MaxAge.class)
                        || method.getReturnType() == Answer.class);
    }

    private static Set<Class<?>> portsOfTheConnector() {
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("org.throughline.erp.embedded").stream()
                        .filter(type -> type.isAnnotatedWith(Component.class))
                        .flatMap(type -> type.getRawInterfaces().stream())
                        .map(JavaClass::reflect)
                        .filter(port -> port.getPackageName().startsWith("org.throughline."))
                        .filter(port -> !port.getPackageName().startsWith("org.throughline.erp."))
                        .filter(port -> !NEED_NOT_BE.contains(port))
                        .collect(Collectors.toSet());
    }
}
