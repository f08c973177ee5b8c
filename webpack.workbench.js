const path = require('node:path');
const HtmlPlugin = require('html-webpack-plugin');

/** @returns {import('webpack').Configuration} */
module.exports = (_env, { mode = 'production' } = {}) => ({
  name: 'workbench',
  mode,
  target: ['web', 'es2022'],
  devtool: mode === 'production' ? false : 'cheap-module-source-map',
  entry: { workbench: './src/workbench/page/main.tsx' },
  output: {
    path: path.join(__dirname, 'dist', 'workbench'),
    publicPath: '/workbench/',
    filename: '[name].[contenthash:8].js',
    chunkFilename: '[name].[contenthash:8].js',
    clean: true,
  },
  resolve: {
    extensions: ['.tsx', '.ts', '.js'],
    // The xlsx library's Node entry points are never reached in a page.
    fallback: { fs: false, path: false, crypto: false, stream: false, zlib: false, buffer: false },
  },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        loader: 'ts-loader',
        options: { transpileOnly: true, compilerOptions: { noEmit: false } },
      },
      { test: /\.css$/, use: ['style-loader', 'css-loader'] },
      // Univer's ES modules leave out extensions in places.
      { test: /\.m?js$/, resolve: { fullySpecified: false } },
    ],
  },
  // It never leaves this machine, and making it smaller takes a minute.
  optimization: { minimize: false },
  plugins: [
    new HtmlPlugin({ template: './src/workbench/page/index.html', scriptLoading: 'defer' }),
  ],
  performance: { hints: false },
  stats: { preset: 'errors-warnings', assets: true, entrypoints: false },
});
