// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.testkit.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509TrustManager;
import org.apache.nifi.controller.AbstractControllerService;
import org.apache.nifi.proxy.ProxyConfiguration;
import org.apache.nifi.proxy.ProxyConfigurationService;
import org.apache.nifi.ssl.SSLContextProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.api.QuantumBackend;
import org.nifiquantum.services.api.QuantumBackendService;
import org.nifiquantum.services.support.OnAmbiguousSubmission;
import org.nifiquantum.testkit.misbehaving.BraketDialect;
import org.nifiquantum.testkit.misbehaving.Dialect;
import org.nifiquantum.testkit.misbehaving.FaultPlan;
import org.nifiquantum.testkit.misbehaving.IonqDialect;
import org.nifiquantum.testkit.misbehaving.LoopbackCertificate;
import org.nifiquantum.testkit.misbehaving.MisbehavingProvider;

/** A provider with a certificate of its own, behind a proxy. */
@Timeout(60)
class TlsAndProxyTest {

    private static LoopbackCertificate certificate;

    @BeforeAll
    static void makeCertificate(@TempDir Path folder) {
        certificate = LoopbackCertificate.make(folder.resolve("loopback.p12"));
    }

    /** What NiFi's SSL context services give. */
    private static final class Trust extends AbstractControllerService implements SSLContextProvider {

        @Override
        public SSLContext createContext() {
            return certificate.context();
        }

        @Override
        public Optional<X509ExtendedKeyManager> createKeyManager() {
            return Optional.empty();
        }

        @Override
        public X509TrustManager createTrustManager() {
            return certificate.trust();
        }
    }

    private static final class Through extends AbstractControllerService implements ProxyConfigurationService {

        private final LoopbackProxy proxy;

        Through(LoopbackProxy proxy) {
            this.proxy = proxy;
        }

        @Override
        public ProxyConfiguration getConfiguration() {
            ProxyConfiguration configuration = new ProxyConfiguration();
            configuration.setProxyType(Proxy.Type.HTTP);
            configuration.setProxyServerHost("127.0.0.1");
            configuration.setProxyServerPort(proxy.port());
            return configuration;
        }
    }

    @Test
    void ionqByTlsThroughAProxy() throws Exception {
        Dialect dialect = new IonqDialect(IonqDialect.ResultForm.HISTOGRAM_V2, "key");
        goesThrough(dialect, Services.ionq(Map.of()));
        isRefusedWithoutTrust(dialect, Services.ionq(Map.of()));
    }

    @Test
    void braketByTlsThroughAProxy() throws Exception {
        Dialect dialect = new BraketDialect(BraketDialect.ResultForm.MEASUREMENTS, BraketCompatibilityTest.ACCESS_KEY);
        goesThrough(dialect, Services.braket(Map.of()));
        isRefusedWithoutTrust(dialect, Services.braket(Map.of()));
    }

    private static MisbehavingProvider start(Dialect dialect) {
        return MisbehavingProvider.start(dialect, FaultPlan.none(), 0, Duration.ZERO, Optional.of(certificate));
    }

    private static <S extends QuantumBackendService> void goesThrough(Dialect dialect, ProviderServices<S> services)
            throws Exception {
        try (services;
                MisbehavingProvider provider = start(dialect);
                LoopbackProxy proxy = LoopbackProxy.open()) {
            services.use("SSL Context Service", new Trust());
            services.use("Proxy Configuration Service", new Through(proxy));
            QuantumBackend backend = services.open(provider, OnAmbiguousSubmission.GIVE_UP);
            assertEquals(
                    Map.of("01", (long) Jobs.SHOTS),
                    Jobs.run(backend, Jobs.counting("tls", "qubit[2] q; x q[0];"))
                            .evaluations()
                            .getFirst()
                            .counts());
            assertTrue(proxy.tunnels() > 0, "nothing went through the proxy");
        }
    }

    /** The Java runtime does not trust a certificate that signs itself; and what never arrived is not in doubt. */
    private static <S extends QuantumBackendService> void isRefusedWithoutTrust(
            Dialect dialect, ProviderServices<S> services) throws IOException, Exception {
        try (services;
                MisbehavingProvider provider = start(dialect)) {
            QuantumBackend backend = services.open(provider, OnAmbiguousSubmission.GIVE_UP);
            BackendException refusal = assertThrows(
                    BackendException.class, () -> backend.submit(Jobs.counting("untrusted", "qubit[2] q; x q[0];")));
            assertEquals(Kind.UNAVAILABLE, refusal.kind());
            assertEquals(0, provider.requests());
        }
    }
}
