package org.throughline.app;

import java.util.Map;
import org.slf4j.MDC;

/** Takes what the log says about a request along to another thread. */
final class InContext {

    private InContext() {}

    static Runnable of(Runnable work) {
        Map<String, String> context = MDC.getCopyOfContextMap();
        return () -> {
            if (context != null) {
                MDC.setContextMap(context);
            }
            try {
                work.run();
            } finally {
                MDC.clear();
            }
        };
    }
}
