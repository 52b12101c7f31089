// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.testkit.compatibility;

import java.util.Map;
import org.apache.nifi.controller.ConfigurationContext;
import org.nifiquantum.services.braket.BraketBackendService;
import org.nifiquantum.services.ionq.IonqBackendService;

/** The services of the providers that there are. */
final class Services {

    private Services() {}

    static ProviderServices<IonqBackendService> ionq(Map<String, String> settings) {
        return new ProviderServices<>(
                IonqBackendService::new,
                new ProviderServices.Enabling<>() {
                    @Override
                    public void connect(IonqBackendService service, ConfigurationContext context) {
                        service.connect(context);
                    }

                    @Override
                    public void disconnect(IonqBackendService service) {
                        service.disconnect();
                    }
                },
                settings);
    }

    static ProviderServices<BraketBackendService> braket(Map<String, String> settings) {
        return new ProviderServices<>(
                BraketBackendService::new,
                new ProviderServices.Enabling<>() {
                    @Override
                    public void connect(BraketBackendService service, ConfigurationContext context) {
                        service.connect(context);
                    }

                    @Override
                    public void disconnect(BraketBackendService service) {
                        service.disconnect();
                    }
                },
                settings);
    }
}
