// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.nifiquantum.runtime.flow.TemplateVariant;
import org.nifiquantum.testkit.misbehaving.BraketDialect;
import org.nifiquantum.testkit.misbehaving.Dialect;
import org.nifiquantum.testkit.misbehaving.IonqDialect;

/** The providers that a campaign's provider can play, and the {@link FailoverFlow} of each. */
public enum CampaignProvider {
    /** Makes a job of every submission, also of one it has had before. */
    IONQ {
        @Override
        public Dialect dialect(SplittableRandom random) {
            return new IonqDialect(any(List.of(IonqDialect.ResultForm.values()), random), FailoverFlow.KEY);
        }

        @Override
        TemplateVariant of(TemplateVariant flow) {
            return flow;
        }
    },
    /** Knows a submission again by its token; results come from a bucket. */
    BRAKET {
        @Override
        public Dialect dialect(SplittableRandom random) {
            return new BraketDialect(any(List.of(BraketDialect.ResultForm.values()), random), FailoverFlow.KEY);
        }

        @Override
        TemplateVariant of(TemplateVariant flow) {
            String url = "#{provider-url}";
            Map<String, String> properties = new HashMap<>(Map.of(
                    "Braket URL",
                    url,
                    "S3 URL",
                    url,
                    "STS URL",
                    url,
                    "S3 Bucket",
                    BraketDialect.BUCKET,
                    "Device ARN",
                    BraketDialect.SIMULATOR,
                    "Credentials Source",
                    "ACCESS_KEY",
                    "Access Key ID",
                    FailoverFlow.KEY,
                    "Secret Access Key",
                    "#{api-key}"));
            properties.putAll(flow.servicePropertiesOf(FailoverFlow.RESILIENCE));
            return flow.withService(
                    "org.nifiquantum.services.braket.BraketBackendService", "nifi-quantum-nar", properties);
        }
    };

    /** One of the forms in which it may answer. */
    public abstract Dialect dialect(SplittableRandom random);

    /** The flow, sending to it. */
    abstract TemplateVariant of(TemplateVariant flow);

    private static <T> T any(List<T> forms, SplittableRandom random) {
        return forms.get(random.nextInt(forms.size()));
    }
}
