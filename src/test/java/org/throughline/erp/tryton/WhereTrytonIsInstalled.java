package org.throughline.erp.tryton;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/** Classes with the tag tryton are reported as not run, by name and with what is missing, where Tryton is not installed. */
public final class WhereTrytonIsInstalled implements ExecutionCondition {

    private static final String TAG = "tryton";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (!context.getTags().contains(TAG) || context.getTestMethod().isPresent()) {
            return ConditionEvaluationResult.enabled("needs no Tryton, or its class was asked before");
        }
        try {
            TrytonInstallation.require();
            return ConditionEvaluationResult.enabled("Tryton is installed");
        } catch (TestAbortedException missing) {
            return ConditionEvaluationResult.disabled(missing.getMessage());
        }
    }
}
