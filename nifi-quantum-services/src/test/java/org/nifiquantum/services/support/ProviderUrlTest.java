// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://api.ionq.co/v0.4, true", "https://10.0.0.1:8443, true", "http://127.0.0.1:8080/v0.4, true",
        "http://localhost:1, true", "http://[::1]:1, true", "http://api.ionq.co/v0.4, false",
        "http://127.0.0.1.example.org/, false", "http://localhost.example.org/, false", "ftp://api.ionq.co, false",
        "https://user:key@api.ionq.co, false", "https://api.ionq.co/?key=1, false", "api.ionq.co, false",
        "https://, false", "https://a b, false"
    })
    void onlyTlsOrThisMachine(String url, boolean good) {
        assertEquals(good, ProviderUrl.complaint(url).isEmpty());
        assertEquals(
                good, ProviderUrl.VALIDATOR.validate("Provider URL", url, null).isValid());
    }

    @Test
    void secretsHide() {
        Secret secret = new Secret("abc123");
        assertFalse(secret.toString().contains("abc123"));
        assertEquals("key ******** is wrong", secret.hideIn("key abc123 is wrong"));
        assertEquals("text", new Secret("").hideIn("text"));
    }
}
