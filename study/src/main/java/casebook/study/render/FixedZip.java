// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/// Zip files that depend on their entries and on nothing else: no clock, no zone.
final class FixedZip {
  /// The date of every entry.
  private static final LocalDateTime DAY = LocalDateTime.of(2026, 1, 1, 0, 0);

  private FixedZip() {}

  /// Packs entries in their order.
  static byte[] pack(Map<String, byte[]> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        ZipEntry head = new ZipEntry(entry.getKey());
        head.setTimeLocal(DAY);
        zip.putNextEntry(head);
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /// The entries of a zip in their order, by its directory: some writers do not know the sizes
  /// beforehand.
  static Map<String, byte[]> unpack(byte[] bytes) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel(bytes);
        ZipFile zip = ZipFile.builder().setSeekableByteChannel(channel).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
        entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entries;
  }
}
