// SPDX-License-Identifier: Apache-2.0
package casebook.stats.sample;

import casebook.stats.golden.GoldenTopic;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The golden topic `matching`: R 4.2 with MatchIt 4.5.1.
class MatchingGoldenTest {
  @TestFactory
  Stream<DynamicTest> matching() {
    return GoldenTopic.read("matching").tests(one -> new LalondeMatching(one).compare());
  }
}
