package org.throughline.lifecycle;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.Configuration;
import org.throughline.app.RunningService;
import org.throughline.database.TestDatabase;

/**
 * The life of an order as a CRM and the back office live through it: the customer found, credit looked at, an offer made
 * and ordered, the order held for credit, a payment, the release, two shipments, deliveries with proof, invoices, a
 * return and its credit note. The CRM looks after each step and sees it. {@link Story} tells it.
 */
class OrderLifecycleScenarioIT {

    @Nested
    class OnDerby extends OnADatabase {

        @Override
        TestDatabase open() {
            return TestDatabase.derby();
        }
    }

    @Nested
    class OnPostgres extends OnADatabase {

        @Override
        TestDatabase open() {
            return TestDatabase.postgres();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class NothingOfOurOwn {}

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class OnADatabase {

        private TestDatabase database;
        private RunningService service;

        abstract TestDatabase open();

        @BeforeAll
        void start(@TempDir Path folder) {
            database = open();
            service =
                    RunningService.start(folder, NothingOfOurOwn.class, "--throughline.database.url=" + database.url());
        }

        @AfterAll
        void stop() {
            service.close();
            database.close();
        }

        Stream<Face> faces() {
            return Stream.of(Face.inMemory(service), Face.soap(service), Face.rest(service));
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("faces")
        void anOrderIsFollowedFromTheFirstLookAtTheCustomerToTheCreditNote(Face face) throws Exception {
            new Story(face, new BackOffice(service.url(), "Robin")).tell();
        }
    }
}
