const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const tsx = require('tsx/cjs/api');
const { sources } = require('webpack');

const { functionsMetadata } = tsx.require('./scripts/functions-metadata.ts', __filename);

/** Where the manifest in the repository says the add-in is served. */
const developmentHost = 'https://localhost:4443';

/** Writes functions.json beside the bundle, from the functions' signatures and docstrings. */
class FunctionsMetadataPlugin {
  apply(compiler) {
    const name = 'FunctionsMetadataPlugin';
    compiler.hooks.thisCompilation.tap(name, (compilation) => {
      compilation.hooks.processAssets.tapPromise(name, async () => {
        const metadata = await functionsMetadata(__dirname);
        const json = JSON.stringify(metadata, null, 2);
        compilation.emitAsset('functions.json', new sources.RawSource(json));
      });
    });
  }
}

/** @returns {import('webpack').Configuration} */
module.exports = (_env, { mode = 'production' } = {}) => {
  const isProduction = mode === 'production';
  const host = (process.env.PRODUCTION_HOST ?? developmentHost).replace(/\/$/, '');
  if (!/^https:\/\/[^/]+(\/.*)?$/.test(host)) {
    throw new Error(`PRODUCTION_HOST must be an https address, found ${host}`);
  }
  return {
    name: 'addin',
    mode,
    // Office's web views run one engine or another of the last years; none of them is Internet Explorer.
    target: ['web', 'es2022'],
    // Without eval, which the page's content security policy forbids.
    devtool: isProduction ? false : 'cheap-module-source-map',
    entry: { app: './src/app/index.tsx' },
    output: {
      path: path.join(__dirname, 'dist', 'addin'),
      // The manifest names app.js, so it keeps its name; what it loads later carries a hash.
      filename: '[name].js',
      chunkFilename: '[name].[contenthash:8].js',
      clean: true,
    },
    resolve: { extensions: ['.tsx', '.ts', '.js'] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          // Modules only define things: what a page alone uses is loaded with that page.
          sideEffects: false,
          loader: 'ts-loader',
          // Types are checked once, by `npm run typecheck`.
          options: { transpileOnly: true, compilerOptions: { noEmit: false } },
        },
      ],
    },
    plugins: [
      new HtmlPlugin({
        template: './src/app/taskpane.html',
        filename: 'taskpane.html',
        scriptLoading: 'defer',
        hash: true,
      }),
      new FunctionsMetadataPlugin(),
      new CopyPlugin({
        patterns: [
          { from: 'assets/*.png' },
          { from: 'src/app/{support,privacy}.html', to: '[name][ext]' },
          {
            from: 'manifest.xml',
            transform: (content) => content.toString().replaceAll(developmentHost, host),
          },
        ],
      }),
    ],
    // size-limit holds the budgets, per file and compressed.
    performance: { hints: false },
    stats: { preset: 'errors-warnings', assets: true, entrypoints: false },
  };
};
